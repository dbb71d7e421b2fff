package dev.longshore.history.ingest;

import dev.longshore.history.ingest.AttemptFactDao.AttemptAtTaskRow;
import dev.longshore.history.ingest.AttemptFactDao.AttemptKey;
import dev.longshore.history.ingest.AttemptFactDao.Task;
import dev.longshore.history.ingest.RunFactDao.TallyRow;
import dev.longshore.history.progress.AttemptRow;
import dev.longshore.history.progress.RunTally;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Applies facts of attempts and carries the difference that they make over to the tallies of their runs. */
@Component
class AttemptProjector {
    private final AttemptFactDao attempts;
    private final RunFactDao runs;

    AttemptProjector(AttemptFactDao attempts, RunFactDao runs) {
        this.attempts = attempts;
        this.runs = runs;
    }

    /**
     * @param keys attempts that the facts are about
     * @param facts writes the facts; the caller holds the row locks of the runs, so nobody else changes these attempts
     */
    void apply(Collection<AttemptKey> keys, Consumer<AttemptFactDao> facts) {
        if (keys.isEmpty()) {
            return;
        }
        Set<Task> tasks = keys.stream().map(AttemptKey::task).collect(Collectors.toSet());
        Map<UUID, RunTally> before = talliesOf(tasks);
        attempts.insertUnlessKnown(keys);
        facts.accept(attempts);
        List<TallyRow> differences = talliesOf(tasks).entrySet().stream()
                .map(after -> new TallyRow(
                        after.getKey(), after.getValue().minus(before.getOrDefault(after.getKey(), RunTally.NONE))))
                .filter(row -> !row.difference().equals(RunTally.NONE))
                .toList();
        if (!differences.isEmpty()) {
            runs.add(differences);
        }
    }

    /** What these tasks add to each of their runs. */
    private Map<UUID, RunTally> talliesOf(Set<Task> tasks) {
        List<Task> asked = List.copyOf(tasks);
        Map<Task, List<AttemptRow>> known = attempts
                .findAttempts(
                        asked.stream().map(Task::runId).toArray(UUID[]::new),
                        asked.stream().map(task -> task.taskKind().name()).toArray(String[]::new),
                        asked.stream().map(Task::number).toArray(Integer[]::new))
                .stream()
                .collect(Collectors.groupingBy(
                        AttemptAtTaskRow::task, Collectors.mapping(AttemptAtTaskRow::attempt, Collectors.toList())));
        Map<UUID, RunTally> tallies = new LinkedHashMap<>();
        known.forEach((task, attemptsAtTask) ->
                tallies.merge(task.runId(), RunTally.of(task.taskKind(), attemptsAtTask), RunTally::plus));
        return tallies;
    }
}
