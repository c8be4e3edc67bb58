package org.opensocialnet.parcels;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.intake.RowOrigin;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the JSON forms of HSDS: one record, an array of them, the pages an API answers with, tables by name, or
 * a record in every line (NDJSON). Only one record is in memory at a time.
 */
final class JsonRecords {

    /** Where lists of an API keep their records. */
    private static final Set<String> CONTENTS = Set.of("contents", "content", "items", "data", "results");

    private final String file;
    private final Limits limits;
    private final RowSink sink;
    private final Flattening flattening;
    private final JsonMapper json;

    JsonRecords(String file, Limits limits, RowSink sink) {
        this.file = file;
        this.limits = limits;
        this.sink = sink;
        this.flattening = new Flattening(sink);
        this.json = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(limits.depth())
                                .maxStringLength(limits.cell())
                                .maxNameLength(1000)
                                .maxNumberLength(100)
                                .build())
                        .build())
                .build();
    }

    void read(InputStream in) throws IOException {
        try (var text = new BufferedReader(Encoding.reader(file, in), 1 << 16)) {
            if (file.matches(".*\\.(ndjson|jsonl)(\\.gz)?")) {
                lines(text);
            } else {
                document(text);
            }
        }
    }

    private void lines(BufferedReader text) throws IOException {
        long number = 0;
        for (var line = line(text); line != null; line = line(text)) {
            var origin = new RowOrigin(file, ++number);
            if (line.isBlank()) {
                continue;
            }
            if (line.indexOf(Encoding.BROKEN) >= 0) {
                sink.leaveOut(
                        "record",
                        origin,
                        null,
                        line.substring(0, Math.min(80, line.length())),
                        "holds bytes that are not UTF-8 text");
                continue;
            }
            try {
                flattening.flatten(json.readValue(line, ObjectNode.class), file, origin);
            } catch (JacksonException broken) {
                sink.leaveOut("record", origin, null, line.substring(0, Math.min(80, line.length())), reason(broken));
            }
        }
    }

    private @Nullable String line(BufferedReader text) throws IOException {
        var line = new StringBuilder();
        int c = text.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = text.read()) {
            if (line.length() == limits.row()) {
                throw Limits.refusal(file, Unreadable.LINE_TOO_LONG, limits.row());
            }
            line.append((char) c);
        }
        return line.toString();
    }

    private void document(Reader text) {
        var allowance = new Allowance(text);
        try (var parser = json.createParser(allowance)) {
            var first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                array(parser, file, allowance);
            } else if (first == JsonToken.START_OBJECT) {
                object(parser, allowance);
            } else {
                throw Limits.refusal(file, Unreadable.NO_RECORDS);
            }
        } catch (JacksonException broken) {
            throw Limits.refusal(
                    file,
                    Unreadable.BROKEN_JSON,
                    broken.getLocation() == null ? 1 : broken.getLocation().getLineNr(),
                    reason(broken));
        }
    }

    /** Either an envelope around records, or tables by name, or one record itself. */
    private void object(JsonParser parser, Allowance allowance) {
        var record = json.createObjectNode();
        boolean envelope = false;
        var origin = new RowOrigin(file, parser.currentLocation().getLineNr());
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var value = parser.nextToken();
            if (value == JsonToken.START_ARRAY && (CONTENTS.contains(name) || name.endsWith(".csv"))) {
                envelope = true;
                array(parser, name.endsWith(".csv") ? name : file, allowance);
            } else {
                record.set(name, parser.readValueAsTree());
            }
        }
        if (record.has("id")) {
            flattening.flatten(record, file, origin);
        } else if (!envelope && !tables(record, origin)) {
            throw Limits.refusal(file, Unreadable.NO_RECORDS);
        }
    }

    private boolean tables(ObjectNode record, RowOrigin origin) {
        boolean any = false;
        for (var property : record.properties()) {
            if (TableName.of(property.getKey()).isPresent()
                    && property.getValue().isArray()) {
                any = true;
                for (var each : property.getValue()) {
                    if (each instanceof ObjectNode row) {
                        flattening.flatten(row, property.getKey(), origin);
                    }
                }
            }
        }
        return any;
    }

    private void array(JsonParser parser, String hint, Allowance allowance) {
        for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            var origin = new RowOrigin(file, parser.currentTokenLocation().getLineNr());
            if (parser.readValueAsTree() instanceof ObjectNode record) {
                flattening.flatten(record, hint, origin);
            } else {
                sink.leaveOut("record", origin, null, null, "is not a record but a single value");
            }
            allowance.recordEnds();
        }
    }

    private String reason(JacksonException broken) {
        var words = broken.getOriginalMessage();
        if (words.contains("nesting depth")) {
            return "is nested deeper than %d levels and is refused".formatted(limits.depth());
        }
        if (words.contains("String value length") || words.contains("String length")) {
            return "holds a text of more than %,d characters and is refused".formatted(limits.cell());
        }
        return "is not readable JSON (%s)".formatted(words.lines().findFirst().orElse(""));
    }

    /** Lets no single record grow beyond what memory should hold. */
    private final class Allowance extends FilterReader {

        private long sinceRecord;

        Allowance(Reader in) {
            super(in);
        }

        void recordEnds() {
            sinceRecord = 0;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            sinceRecord += Math.max(n, 0);
            if (sinceRecord > limits.row()) {
                throw Limits.refusal(file, Unreadable.RECORD_TOO_LONG, limits.row());
            }
            return n;
        }
    }
}
