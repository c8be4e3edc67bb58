package org.opensocialnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A program of ours that says line by line what it has done, until a test kills it without a word. */
public final class Doomed {

    /** What is said stands beside what is logged. */
    private static final String SAYS = "> ";

    private Doomed() {}

    public static void say(String what) {
        System.out.println(SAYS + what);
    }

    /** Said first by what is to be killed: if it dies by itself, whoever waits for what it says shall not wait for ever. */
    public static void orDie() {
        Thread.setDefaultUncaughtExceptionHandler((_, fault) -> {
            fault.printStackTrace();
            Runtime.getRuntime().halt(1);
        });
    }

    /** The program on a data directory of its own: doomed, or started again to see what is left. */
    public static ConfigurableApplicationContext program(String data) {
        return new SpringApplicationBuilder(OpenSocialNet.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(
                        "--osn.test-database=false",
                        "--osn.data=" + data,
                        "--osn.people.folder=" + data + "/people",
                        "--osn.demo.enabled=false",
                        "--osn.search.upkeep=false",
                        "--spring.main.lazy-initialization=true",
                        "--logging.level.root=warn");
    }

    public static Path data(String name) throws Exception {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target/crash")), name);
    }

    /** Starts it, reads so many lines, and kills it; what it said until then. */
    public static List<String> killedAfter(int enough, Class<?> main, Path data) throws Exception {
        var process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx400m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        data.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new ArrayList<String>();
        try (var lines = process.inputReader()) {
            while (said.size() < enough) {
                var line = lines.readLine();
                assertThat(line).as("the program lives").isNotNull();
                if (line.startsWith(SAYS)) {
                    said.add(line.substring(SAYS.length()));
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return said;
    }
}
