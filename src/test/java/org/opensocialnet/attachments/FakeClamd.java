package org.opensocialnet.attachments;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;

/** A tiny clamd on a real socket: takes files in pieces and finds one virus, the one every scanner knows. */
public final class FakeClamd implements AutoCloseable {

    /** Put together here, so that no scanner takes this file for infected. */
    public static final String EICAR =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE" + "!$H+H*";

    private final ServerSocket door;

    public FakeClamd() throws IOException {
        door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    public String address() {
        return "127.0.0.1:" + door.getLocalPort();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (var caller = door.accept()) {
                var in = new DataInputStream(caller.getInputStream());
                var asked = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
                var file = new ByteArrayOutputStream();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    file.write(in.readNBytes(length));
                }
                var infected = file.toString(StandardCharsets.ISO_8859_1).contains(EICAR);
                var answer = !asked.equals("zINSTREAM\0")
                        ? "UNKNOWN COMMAND\0"
                        : infected ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0";
                caller.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException closed) {
                // the next caller, or the end
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
