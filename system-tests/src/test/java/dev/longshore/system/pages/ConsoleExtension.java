package dev.longshore.system.pages;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the one {@link Console} of the test run to each test. After each test its browsers are closed, and the test fails
 * if one of them showed an error on its console or asked another origin for anything.
 */
final class ConsoleExtension implements ParameterResolver, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(ConsoleExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Console.class;
    }

    @Override
    public Console resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return console(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        console(context).closeBrowsers(context.getExecutionException().isEmpty());
    }

    /** Started for the first test that asks, closed after the last test of the run. */
    private static Console console(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Console.class, none -> Console.start(), Console.class);
    }
}
