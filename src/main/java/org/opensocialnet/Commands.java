package org.opensocialnet;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opensocialnet.kernel.Command;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** The commands the rooms contribute, found by their words alone, without starting anything. */
final class Commands {

    record Offer(Class<? extends Command> type, Command.Words words) {}

    private Commands() {}

    static Optional<Offer> named(String name) {
        return all().stream().filter(offer -> offer.words().name().equals(name)).findFirst();
    }

    static List<Offer> all() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Command.Words.class));
        return scanner.findCandidateComponents(OpenSocialNet.class.getPackageName()).stream()
                .map(found -> offer(Objects.requireNonNull(found.getBeanClassName())))
                .sorted(Comparator.comparing(offer -> offer.words().name()))
                .toList();
    }

    private static Offer offer(String className) {
        try {
            var type = Class.forName(className).asSubclass(Command.class);
            return new Offer(type, Objects.requireNonNull(type.getAnnotation(Command.Words.class)));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    static String help() {
        return """
                Open Social Net: how a city runs its social protection network.

                  ./run [OPTION…]                 starts the server and says where it is
                  ./run [--data DIR] COMMAND …    does one thing; also beside a running server

                Options
                  --port N             the port of the pages (8080)
                  --address A          the address to listen on (127.0.0.1; 0.0.0.0 for every network)
                  --data DIR           where everything is kept (./data)
                  --no-demo            starts with an empty directory instead of the invented city
                  --demo-size SIZE     small (about 250 services) or large (100,000)
                  --reset              deletes the data first; asks, or needs --yes where nobody can answer

                Commands
                %s

                An existing PostgreSQL: OSN_DATABASE_URL, OSN_DATABASE_USER, OSN_DATABASE_PASSWORD. More: docs/operate.md""".formatted(all().stream().map(Commands::line).collect(Collectors.joining("\n")));
    }

    private static String line(Offer offer) {
        var typed = (offer.words().name() + " " + offer.words().usage()).strip();
        return typed.length() <= 36
                ? "  %-36s %s".formatted(typed, offer.words().purpose())
                : "  %s\n  %-36s %s".formatted(typed, "", offer.words().purpose());
    }
}
