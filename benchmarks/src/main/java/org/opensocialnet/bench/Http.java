package org.opensocialnet.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * One kept-alive HTTP connection to a server on this machine. Bare on purpose: the client shares the
 * processor with what it measures.
 */
final class Http implements AutoCloseable {

    private final int port;
    private final String headers;
    private Socket socket;
    private InputStream in;

    Http(int port, String... headers) throws IOException {
        this.port = port;
        this.socket = connect();
        this.in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
        var lines = new StringBuilder("Host: localhost\r\n");
        for (var header : headers) {
            lines.append(header).append("\r\n");
        }
        this.headers = lines.append("\r\n").toString();
    }

    private Socket connect() throws IOException {
        var connection = new Socket(InetAddress.getLoopbackAddress(), port);
        connection.setTcpNoDelay(true);
        connection.setSoTimeout(120_000);
        return connection;
    }

    /** What came back: the status and how many bytes of body went over the wire. */
    record Answer(int status, long bytes) {}

    Answer get(String path) throws IOException {
        socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\n" + headers).getBytes(StandardCharsets.US_ASCII));
        int status = Integer.parseInt(line().split(" ")[1]);
        long length = -1;
        boolean chunked = false;
        boolean last = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(java.util.Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).trim());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            } else if (lower.startsWith("connection:")) {
                last = lower.contains("close");
            }
        }
        var answer = new Answer(status, chunked ? skipChunks() : skip(Math.max(length, 0)));
        if (last) {
            socket.close();
            socket = connect();
            in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
        }
        return answer;
    }

    void expectOk(String path) throws IOException {
        var answer = get(path);
        if (answer.status() != 200) {
            throw new IOException("status " + answer.status() + " for " + path);
        }
    }

    private long skipChunks() throws IOException {
        long total = 0;
        while (true) {
            long size = Long.parseLong(line().trim(), 16);
            total += skip(size);
            line();
            if (size == 0) {
                return total;
            }
        }
    }

    private long skip(long bytes) throws IOException {
        in.skipNBytes(bytes);
        return bytes;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server hung up");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
