package org.opensocialnet.matching;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opensocialnet.matching.Links.Pair;

/** Records whose doubles are known, to see how many are found. */
record Doubles(People people, List<?> person) {

    static final Path SHARED = Path.of(System.getenv().getOrDefault("OSN_SHARED_DATA", "../shared/data"))
            .resolve("linkage");

    static final byte[] SECRET = secret("the key of these tests, of no use");
    static final MatchingKey KEY = MatchingKey.of(SECRET);

    static MatchingKey key(String words) {
        return MatchingKey.of(secret(words));
    }

    private static byte[] secret(String words) {
        return (words + "................................").getBytes(StandardCharsets.UTF_8);
    }

    static final Map<String, Kind> FEBRL = new LinkedHashMap<>();

    static {
        FEBRL.put("given_name", Kind.GIVEN_NAME);
        FEBRL.put("surname", Kind.FAMILY_NAME);
        FEBRL.put("street_number", Kind.HOUSE_NUMBER);
        FEBRL.put("address_1", Kind.STREET);
        FEBRL.put("address_2", Kind.STREET);
        FEBRL.put("suburb", Kind.PLACE);
        FEBRL.put("postcode", Kind.POSTCODE);
        FEBRL.put("state", Kind.REGION);
        FEBRL.put("date_of_birth", Kind.BIRTH_DATE);
    }

    /** A set of FEBRL: the truth is in the ids, the identity number is not used. */
    static Doubles febrl(int set, MatchingKey key) throws Exception {
        var lines = Files.readAllLines(SHARED.resolve("dataset" + set + ".csv"));
        var header = cells(lines.getFirst());
        var form = Form.of(FEBRL.entrySet().stream()
                .map(e -> new Field(e.getKey(), e.getValue()))
                .toList());
        var ids = new ArrayList<String>();
        var rows = new ArrayList<List<String>>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = cells(line);
            ids.add(cells.getFirst().split("-")[1]);
            rows.add(form.fields().stream()
                    .map(f -> cells.get(header.indexOf(f.name())))
                    .toList());
        }
        return new Doubles(encoded(form, rows, key), ids);
    }

    static List<String> cells(String line) {
        return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    }

    static People encoded(Form form, List<List<String>> rows, MatchingKey key) {
        var encoder = new Encoder(form, key);
        var people = new People(form);
        rows.forEach(row -> people.add(encoder.encode(row)));
        return people;
    }

    boolean same(Pair pair) {
        return person.get(pair.left()).equals(person.get(pair.right()));
    }

    Quality quality(Links links) {
        var counts = new HashMap<Object, Long>();
        person.forEach(one -> counts.merge(one, 1L, Long::sum));
        long all = counts.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
        long right = links.pairs().stream().filter(this::same).count();
        return new Quality(right / (double) links.pairs().size(), right / (double) all);
    }

    /** Of the pairs found, how many are right; of the right ones, how many were found. */
    record Quality(double precision, double recall) {}
}
