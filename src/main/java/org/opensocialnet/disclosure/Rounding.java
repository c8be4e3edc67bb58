package org.opensocialnet.disclosure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Random rounding to a base, the other way to protect counts: every figure is told, to a neighbouring multiple of the
 * base, right on average. The lot of a figure is drawn from a secret key and its name, so asking again gives nothing
 * away, and it is the same in all tables. See Willenborg and de Waal, Elements of Statistical Disclosure Control (2001), 9.
 */
public final class Rounding {

    private static final int MOST_ROUNDS = 8;

    private final int base;
    private final SecretKeySpec key;

    /**
     * @param base from 3 on; usually 3 or 5
     * @param key at least 16 bytes that nobody outside knows; with another key all figures are drawn anew
     */
    public Rounding(int base, byte[] key) {
        if (base < 3 || base > 100 || key.length < 16) {
            throw new IllegalArgumentException("The base lies between 3 and 100, the key has 16 bytes or more.");
        }
        this.base = base;
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** A number of different people, which adds up with no other: rounded, or fewer than the threshold. */
    public Shown people(String name, long people, int threshold) {
        var count = Count.of(people);
        return count.people() > 0 && people < threshold
                ? new Shown.FewerThan(threshold)
                : new Shown.Rounded(rounded(people, lot(name)), base);
    }

    /**
     * All figures of a request, rounded. Totals are rounded by themselves, not added up from rounded parts. Where a sum
     * would narrow a count down, its total goes the other way; this looks at each sum alone. A figure that was told
     * before and has not changed is told as it was.
     */
    public Publication round(Request request, Rule rule, Publications publications) {
        var earlier = publications.about(request.subject());
        var requests =
                new ArrayList<>(earlier.all().stream().map(Publication::request).toList());
        requests.add(request);
        var coordinates = Coordinates.of(requests);
        var told = earlier(coordinates, earlier);
        var sums = new RoundedSums(coordinates.grid(), base, rule);
        for (var table : request.tables()) {
            table.cells().forEach((cell, count) -> {
                long code = coordinates.code(request.period(), table.axes(), cell);
                var before = told.get(code);
                if (before != null && before.people() == count.people()) {
                    sums.put(code, count.people(), before.rounded(), true);
                } else {
                    var name = request.subject() + '\n' + name(request.period(), table.axes(), cell);
                    sums.put(code, count.people(), rounded(count.people(), lot(name)), false);
                }
            });
        }
        for (int round = 0; round < MOST_ROUNDS && sums.turnNarrowTotals(); round++) {}
        var sheets = request.tables().stream()
                .map(table -> sheet(table, cell -> sums.get(coordinates.code(request.period(), table.axes(), cell))))
                .toList();
        return new Publication(request, new Told(request.subject(), request.period(), request.date(), rule, sheets));
    }

    private Sheet sheet(Table table, ToLongFunction<List<String>> rounded) {
        Map<List<String>, Shown> cells = new HashMap<>();
        table.grid()
                .forEach(cell -> cells.put(
                        cell,
                        table.cells().containsKey(cell)
                                ? new Shown.Rounded(rounded.applyAsLong(cell), base)
                                : new Shown.Unknown()));
        return new Sheet(table.name(), table.axes(), cells);
    }

    /** A count as it was when it was told last, and what was told of it. */
    private record Before(long people, long rounded) {}

    private Map<Long, Before> earlier(Coordinates coordinates, Publications publications) {
        var told = new HashMap<Long, Before>();
        for (var publication : publications.all()) {
            var request = publication.request();
            for (int i = 0; i < request.tables().size(); i++) {
                var table = request.tables().get(i);
                var sheet = publication.told().sheets().get(i);
                table.cells().forEach((cell, count) -> {
                    if (sheet.cells().get(cell) instanceof Shown.Rounded(long near, int by) && by == base) {
                        told.put(
                                coordinates.code(request.period(), table.axes(), cell),
                                new Before(count.people(), near));
                    }
                });
            }
        }
        return told;
    }

    /** The same figure has the same name in every table: wholes are left out. */
    private static String name(Period period, List<Axis> axes, List<String> cell) {
        Map<String, String> nodes = new TreeMap<>(Map.of(Axis.TIME, period.toString()));
        for (int i = 0; i < axes.size(); i++) {
            if (!cell.get(i).equals(axes.get(i).whole()) || axes.get(i).name().equals(Axis.TIME)) {
                nodes.put(axes.get(i).name(), cell.get(i));
            }
        }
        return nodes.toString();
    }

    private long rounded(long people, double lot) {
        long below = people - people % base;
        return lot * base < people % base ? below + base : below;
    }

    /** A number from 0 to below 1 that only who has the key can tell from chance. */
    private double lot(String name) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            long bits = ByteBuffer.wrap(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
            return (bits >>> 11) * 0x1.0p-53;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no HmacSHA256.", missing);
        }
    }
}
