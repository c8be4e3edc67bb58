package org.opensocialnet.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * Runs a test on 200 random sources, the same in every run. A failing one is named after its seed; -Dseed=… repeats it
 * alone, and -Dseed=new draws 200 that nobody has tried.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@ArgumentsSource(Seeded.Seeds.class)
public @interface Seeded {

    class Seeds implements ArgumentsProvider {
        @Override
        public Stream<? extends Arguments> provideArguments(ParameterDeclarations declared, ExtensionContext context) {
            var asked = System.getProperty("seed", "");
            var seeds = switch (asked) {
                case "" -> new Random(nameOf(context).hashCode()).longs(200).boxed();
                case "new" -> new Random().longs(200).boxed();
                default -> Stream.of(Long.valueOf(asked));
            };
            return seeds.map(seed -> Arguments.of(Named.of("seed " + seed, new Random(seed))));
        }

        private static String nameOf(ExtensionContext context) {
            return context.getRequiredTestClass().getName() + "."
                    + context.getRequiredTestMethod().getName();
        }
    }
}
