package org.opensocialnet.disclosure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
     * would narrow a count down, its total goes the other way; this looks at each sum alone.
     */
    public Told round(Request request, Rule rule) {
        var coordinates = Coordinates.of(List.of(request));
        var sheets = new ArrayList<Sheet>();
        var rounded = new HashMap<Long, Long>();
        for (var table : request.tables()) {
            var cells = new HashMap<List<String>, Shown>();
            var lines = new RoundedSums(table, base, rule);
            var told = new TreeMap<Long, List<String>>();
            table.cells().keySet().forEach(cell -> told.put(coordinates.code(request.period(), table.axes(), cell), cell));
            told.forEach((code, cell) -> {
                long people = table.cells().get(cell).people();
                var name = request.subject() + '\n' + name(request.period(), table.axes(), cell);
                lines.put(cell, rounded.computeIfAbsent(code, none -> rounded(people, lot(name))));
            });
            for (int round = 0; round < MOST_ROUNDS && lines.turnNarrowTotals(); round++) {}
            told.forEach((code, cell) -> rounded.put(code, lines.get(cell)));
            table.grid().forEach(cell -> cells.put(
                    cell,
                    table.cells().containsKey(cell)
                            ? new Shown.Rounded(lines.get(cell), base)
                            : new Shown.Unknown()));
            sheets.add(new Sheet(table.name(), table.axes(), cells));
        }
        return new Told(request.subject(), request.period(), request.date(), rule, sheets);
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
            long bits = ByteBuffer.wrap(mac.doFinal(name.getBytes(StandardCharsets.UTF_8))).getLong();
            return (bits >>> 11) * 0x1.0p-53;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no HmacSHA256.", missing);
        }
    }
}
