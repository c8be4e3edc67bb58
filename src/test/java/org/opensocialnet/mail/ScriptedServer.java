package org.opensocialnet.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * A mail server that answers as it is told, at each step of the talk: "RCPT" → "550 5.1.1 nobody here". The end of a
 * letter is the step ".", greeting the step "HELLO". It hangs up where the answer is empty.
 */
public final class ScriptedServer implements AutoCloseable {

    private final ServerSocket door;
    private final Map<String, String> answers;
    private volatile Duration pause = Duration.ZERO;
    private final List<String> letters = Collections.synchronizedList(new ArrayList<>());

    public ScriptedServer(Map<String, String> answers) {
        this.answers = answers;
        try {
            this.door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::serve);
    }

    /** From now on takes its time before it says that it kept a letter. */
    public ScriptedServer slow(Duration time) {
        pause = time;
        return this;
    }

    public int port() {
        return door.getLocalPort();
    }

    /** What it read to the end, whatever it answered then. */
    public List<String> letters() {
        return List.copyOf(letters);
    }

    private void serve() {
        while (!door.isClosed()) {
            try (var caller = door.accept()) {
                talk(caller);
            } catch (IOException _) {
                // The caller hung up, or the test is over.
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        if (!say(caller, "HELLO", "220 here")) {
            return;
        }
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var verb = line.split("[ :]")[0].toUpperCase(Locale.ROOT);
            var usual = switch (verb) {
                case "DATA" -> "354 go on";
                case "QUIT" -> "221 bye";
                default -> "250 ok";
            };
            if (!say(caller, verb, usual)) {
                return;
            }
            if (verb.equals("DATA") && answers.getOrDefault("DATA", usual).startsWith("354")) {
                letters.add(read(in));
                LockSupport.parkNanos(pause.toNanos());
                if (!say(caller, ".", "250 2.0.0 kept")) {
                    return;
                }
            }
        }
    }

    private boolean say(Socket caller, String step, String usual) throws IOException {
        var answer = answers.getOrDefault(step, usual);
        if (answer.isEmpty()) {
            return false;
        }
        caller.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        return true;
    }

    private static String read(BufferedReader in) throws IOException {
        var letter = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            letter.append(line).append('\n');
        }
        return letter.toString();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
