package org.opensocialnet.attachments;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.opensocialnet.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * ClamAV's daemon, asked over TCP at the address a setting names. Its command INSTREAM takes a file in pieces, each after
 * its length in four bytes, until a piece of no length; then it answers in one line.
 */
@Component
class Clamd implements FileCheck {

    private static final Logger LOG = LoggerFactory.getLogger(Clamd.class);

    private static final int PATIENCE = 10_000;
    private static final int PIECE = 1 << 16;
    private static final int LONGEST_ANSWER = 4_096;

    private final Settings settings;

    Clamd(Settings settings) {
        this.settings = settings;
    }

    @Override
    public boolean isThere() {
        return !settings.value(AttachmentSettings.CLAMD).isEmpty();
    }

    @Override
    public Verdict check(byte[] content) {
        var address = settings.value(AttachmentSettings.CLAMD);
        try {
            var said = ask(address.replaceFirst(":\\d+$", ""), port(address), content);
            if (said.endsWith(" FOUND")) {
                return Verdict.INFECTED;
            }
            if (said.endsWith(": OK")) {
                return Verdict.CLEAN;
            }
            LOG.atWarn().log("the virus scanner could not look at a file: see its own log, and its StreamMaxLength");
        } catch (IOException down) {
            LOG.atWarn().addKeyValue("scanner", address).log("the virus scanner does not answer: files wait for it");
        }
        return Verdict.UNKNOWN;
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    private static String ask(String host, int port, byte[] content) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE);
            socket.setSoTimeout(PATIENCE);
            var out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            for (int from = 0; from < content.length; from += PIECE) {
                int length = Math.min(PIECE, content.length - from);
                out.writeInt(length);
                out.write(content, from, length);
            }
            out.writeInt(0);
            out.flush();
            return answer(socket);
        }
    }

    private static String answer(Socket socket) throws IOException {
        var said = new ByteArrayOutputStream();
        var in = socket.getInputStream();
        for (int letter = in.read(); letter > 0 && said.size() < LONGEST_ANSWER; letter = in.read()) {
            said.write(letter);
        }
        return said.toString(StandardCharsets.US_ASCII).strip();
    }
}
