package org.opensocialnet;

import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The program: a city's social protection network, from the street to the public account. */
@Modulithic(systemName = "Open Social Net", sharedModules = "database")
@SpringBootApplication
public class OpenSocialNet {

    public static void main(String[] arguments) {
        var console = Console.ofThisProgram();
        LogFormat.choose(console.hasPerson());
        try {
            var invocation = Invocation.of(List.of(arguments), System.getenv("OSN_DATA"), System.getenv("OSN_PORT"));
            if (invocation.command().isEmpty()) {
                new Server(invocation, console).start();
            } else {
                System.exit(new CommandRun(invocation, console)
                        .run(invocation.command().get()));
            }
        } catch (Exception e) {
            var words = QuietRefusal.wordsIn(e);
            if (words == null) {
                e.printStackTrace();
                System.exit(1);
            } else {
                console.warn(words.words());
                System.exit(words.exitCode());
            }
        }
    }
}
