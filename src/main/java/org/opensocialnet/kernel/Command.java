package org.opensocialnet.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * Something an operator does from the terminal: {@code ./run import-hsds FILE}. A room contributes one as a Spring
 * bean that also carries {@link Words}, so that help can name it without starting anything.
 */
public interface Command {

    /** Does it, and answers the exit code: 0 done, 1 done in part or found wanting, 2 asked wrongly. */
    int run(List<String> arguments, Terminal terminal) throws Exception;

    /** How the terminal speaks of a command. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Words {

        /** As typed: {@code import-hsds}. */
        String name();

        /** What follows the name: {@code FILE [--dry-run]}. */
        String usage() default "";

        /** One line for help. */
        String purpose();

        /** Whether it works on the database; if not it runs without one, made by its constructor without arguments. */
        boolean needsDatabase() default true;
    }
}
