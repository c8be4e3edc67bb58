package org.opensocialnet;

import java.util.ArrayList;
import java.util.List;
import org.opensocialnet.database.Postgres;
import org.opensocialnet.kernel.Command;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** One command, run to its end: with the database of a running server where there is one, else with its own. */
record CommandRun(Invocation invocation, Console console) {

    int run(String name) throws Exception {
        if (name.equals("help")) {
            console.say(Commands.help());
            return 0;
        }
        var offer = Commands.named(name).orElseThrow(() -> Invocation.wrong("There is no command \"" + name + "\"."));
        if (!offer.words().needsDatabase()) {
            return withoutDatabase(offer.type());
        }
        return withDatabase(offer.type());
    }

    private int withoutDatabase(Class<? extends Command> type) throws Exception {
        System.setProperty("osn.data", invocation.data().toString());
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance().run(invocation.arguments(), console);
    }

    /** Only the command and what it needs are made: no pages, no search index, no nightly work. */
    private int withDatabase(Class<? extends Command> type) throws Exception {
        var settings = new ArrayList<>(invocation.settings());
        settings.addAll(List.of(
                "logging.level.root=warn",
                "spring.main.lazy-initialization=true",
                "osn.demo.enabled=false",
                "osn.search.upkeep=false"));
        if (System.getenv("OSN_DATABASE_URL") == null) {
            Postgres.beside(invocation.data()).ifPresent(address -> {
                settings.add("osn.database.url=" + address.url());
                settings.add("osn.database.user=" + address.user());
                settings.add("osn.database.password=" + address.password());
                settings.add("osn.database.beside=true");
            });
        }
        var application = new SpringApplicationBuilder(OpenSocialNet.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false);
        var given = settings.stream().map(setting -> "--" + setting).toArray(String[]::new);
        try (var context = application.run(given)) {
            return context.getBean(type).run(invocation.arguments(), console);
        }
    }
}
