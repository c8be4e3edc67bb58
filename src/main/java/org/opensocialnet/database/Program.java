package org.opensocialnet.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opensocialnet.kernel.OperatorError;

/**
 * Runs PostgreSQL's own programs. PostgreSQL refuses to run as root; then it runs in a user namespace of its own, in
 * which it is nobody.
 */
record Program(Path binaries) {

    record Outcome(int exitCode, String output) {

        boolean succeeded() {
            return exitCode == 0;
        }
    }

    Outcome run(String program, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return run(command);
    }

    private static Outcome run(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().remove("PGDATA");
        var process = builder.start();
        process.getOutputStream().close();
        try (var output = process.getInputStream()) {
            var text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), text);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + command, e);
        }
    }

    /** Says what to do where root may not make a user namespace. */
    void mustBeAllowed() throws IOException {
        if (!isRoot()) {
            return;
        }
        Outcome trial;
        try {
            trial = run(List.of("unshare", "-U", "true"));
        } catch (IOException missing) {
            trial = new Outcome(127, "the program unshare (package util-linux) is missing");
        }
        if (!trial.succeeded()) {
            throw new OperatorError(4, """
                    PostgreSQL does not run as root, and this machine does not let root start it as nobody (%s).
                    Do one of these:
                      - start the program as an ordinary user (best);
                      - allow user namespaces: sysctl -w user.max_user_namespaces=10000
                        (in a container: allow the unshare system call, e.g. --security-opt seccomp=unconfined);
                      - use a PostgreSQL 18 of your own: set OSN_DATABASE_URL, OSN_DATABASE_USER and OSN_DATABASE_PASSWORD.""".formatted(trial.output().strip()));
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
