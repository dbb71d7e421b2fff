package dev.longshore.standalone;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Command-line options as {@code --name value} or {@code --name=value}; anything else is refused by name. */
final class Arguments {

    private final Map<String, String> values = new LinkedHashMap<>();

    Arguments(List<String> arguments, Set<String> known) {
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var argument = rest.next();
            int equals = argument.indexOf('=');
            var name = equals < 0 ? argument : argument.substring(0, equals);
            if (!known.contains(name)) {
                throw new UsageException("unknown option '%s'; known are %s".formatted(name, String.join(", ", known)));
            }
            if (equals < 0 && !rest.hasNext()) {
                throw new UsageException(name + " needs a value");
            }
            if (values.put(name, equals < 0 ? rest.next() : argument.substring(equals + 1)) != null) {
                throw new UsageException(name + " is given twice");
            }
        }
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Optional<Long> number(String name, long least, long greatest) {
        return text(name).map(value -> parse(name, value, least, greatest));
    }

    private static long parse(String name, String value, long least, long greatest) {
        var refused = "%s must be a number between %d and %d, not '%s'".formatted(name, least, greatest, value);
        long number;
        try {
            number = Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new UsageException(refused, e);
        }
        if (number < least || number > greatest) {
            throw new UsageException(refused);
        }
        return number;
    }
}
