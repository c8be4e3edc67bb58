package org.opensocialnet.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * One state of the index, as it is searched: beside Lucene's own postings, what every search needs of every
 * point in plain arrays, and who carries which value of which facet. Points are numbered as Lucene numbers them.
 */
public final class Shelf {

    private static final int TIMES_KEPT = 128;
    private static final double METRES_PER_DEGREE = 111_195;

    private final IndexSearcher searcher;
    private final int size;
    private final int horizon;
    private final DirectoryReader reader;
    private final FixedBitSet live;
    private final Carriers carriers;
    private final UUID[] ids;
    private final UUID[] services;
    private final @Nullable UUID[] locations;
    private final int[] serviceNumber;
    private final float[] latitude;
    private final float[] longitude;
    private final int[] pattern;
    private final List<Opening> patterns = new ArrayList<>();
    private final int[] rank;
    private final int[] byRank;
    private final int serviceCount;
    private final Map<Integer, FixedBitSet> openAt = new ConcurrentHashMap<>();

    Shelf(DirectoryReader reader, int horizon) throws IOException {
        this.reader = reader;
        this.horizon = horizon;
        searcher = new IndexSearcher(reader);
        searcher.setSimilarity(Point.SIMILARITY);
        searcher.setQueryCache(null);
        size = reader.maxDoc();
        live = new FixedBitSet(Math.max(1, size));
        ids = new UUID[size];
        services = new UUID[size];
        locations = new UUID[size];
        serviceNumber = new int[size];
        latitude = new float[size];
        longitude = new float[size];
        pattern = new int[size];
        rank = new int[size];
        byRank = new int[size];
        var numbers = new HashMap<UUID, Integer>();
        var names = new BytesRef[size];
        var known = new HashMap<BytesRef, Integer>();
        for (var leaf : reader.leaves()) {
            readLive(leaf);
            readColumns(leaf, numbers, names, known);
        }
        carriers = new Carriers(reader);
        serviceCount = numbers.size();
        rankByName(names);
    }

    private void readLive(LeafReaderContext leaf) {
        var alive = leaf.reader().getLiveDocs();
        for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
            if (alive == null || alive.get(doc)) {
                live.set(leaf.docBase + doc);
            }
        }
    }

    private void readColumns(
            LeafReaderContext leaf, Map<UUID, Integer> numbers, BytesRef[] names, Map<BytesRef, Integer> known)
            throws IOException {
        var id = DocValues.getBinary(leaf.reader(), Point.IDS);
        var place = DocValues.getNumeric(leaf.reader(), Point.PLACE);
        var name = DocValues.getBinary(leaf.reader(), Point.NAME);
        var opening = DocValues.getSorted(leaf.reader(), Point.OPENING);
        var patternOf = new int[opening.getValueCount()];
        for (int i = 0; i < patternOf.length; i++) {
            patternOf[i] = known.computeIfAbsent(BytesRef.deepCopyOf(opening.lookupOrd(i)), packed -> {
                patterns.add(Opening.from(packed));
                return patterns.size() - 1;
            });
        }
        for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
            int at = leaf.docBase + doc;
            id.advanceExact(doc);
            var uuids = Point.uuids(id.binaryValue());
            ids[at] = uuids[0];
            services[at] = uuids[1];
            locations[at] = uuids.length > 2 ? uuids[2] : null;
            serviceNumber[at] = numbers.computeIfAbsent(uuids[1], _ -> numbers.size());
            if (place.advanceExact(doc)) {
                latitude[at] = Float.intBitsToFloat((int) (place.longValue() >>> 32));
                longitude[at] = Float.intBitsToFloat((int) place.longValue());
            } else {
                latitude[at] = Float.NaN;
            }
            name.advanceExact(doc);
            names[at] = BytesRef.deepCopyOf(name.binaryValue());
            opening.advanceExact(doc);
            pattern[at] = patternOf[opening.ordValue()];
        }
    }

    private void rankByName(BytesRef[] names) {
        var order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> {
            int byName = names[a].compareTo(names[b]);
            return byName != 0 ? byName : ids[a].compareTo(ids[b]);
        });
        for (int i = 0; i < size; i++) {
            byRank[i] = order[i];
            rank[order[i]] = i;
        }
    }

    /** All points that are still there, for the caller to narrow. */
    public FixedBitSet all() {
        return live.clone();
    }

    /** The counts of every facet's values among some points. */
    public Tally tally(FixedBitSet among) {
        return new Tally(carriers, among);
    }

    public @Nullable Holders holders(Facet facet, String value) {
        return carriers.of(facet, value);
    }

    /** Who is open at a minute; never to be changed by the caller. */
    public FixedBitSet openAt(int minute) {
        if (openAt.size() > TIMES_KEPT) {
            openAt.clear();
        }
        return openAt.computeIfAbsent(minute, this::findOpen);
    }

    private FixedBitSet findOpen(int minute) {
        var open = new boolean[patterns.size()];
        for (int i = 0; i < open.length; i++) {
            open[i] = patterns.get(i).openAt(minute);
        }
        var found = new FixedBitSet(live.length());
        for (int at = 0; at < size; at++) {
            if (open[pattern[at]]) {
                found.set(at);
            }
        }
        return found;
    }

    public OpenState state(int at, int minute) {
        return patterns.get(pattern[at]).at(minute, horizon);
    }

    public boolean hasPlace(int at) {
        return !Float.isNaN(latitude[at]);
    }

    /** Metres from a point on earth, right to a part in a thousand within a city. */
    public double metres(int at, double fromLatitude, double fromLongitude) {
        double north = (latitude[at] - fromLatitude) * METRES_PER_DEGREE;
        double east = (longitude[at] - fromLongitude)
                * METRES_PER_DEGREE
                * Math.cos(Math.toRadians((latitude[at] + fromLatitude) / 2));
        return Math.sqrt(north * north + east * east);
    }

    public boolean inside(int at, double west, double south, double east, double north) {
        return latitude[at] >= south && latitude[at] <= north && longitude[at] >= west && longitude[at] <= east;
    }

    public int rank(int at) {
        return rank[at];
    }

    public int atRank(int position) {
        return byRank[position];
    }

    public UUID id(int at) {
        return ids[at];
    }

    public UUID service(int at) {
        return services[at];
    }

    public @Nullable UUID location(int at) {
        return locations[at];
    }

    /** The first of some points from a number on, beyond all numbers if there is none. */
    public static int next(FixedBitSet points, int from) {
        return from < points.length() ? points.nextSetBit(from) : Integer.MAX_VALUE;
    }

    /** Times as the index counts them: minutes since 1970. */
    public static int minute(Instant time) {
        return Opening.minute(time);
    }

    boolean isEmpty() {
        return live.scanIsEmpty();
    }

    /** How many different services the given points belong to. */
    public int servicesIn(FixedBitSet points) {
        var seen = new FixedBitSet(Math.max(1, serviceCount));
        for (int at = next(points, 0); at < size; at = next(points, at + 1)) {
            seen.set(serviceNumber[at]);
        }
        return seen.cardinality();
    }

    /** All services there are points of. */
    Set<UUID> services() {
        var found = new HashSet<UUID>();
        for (int at = next(live, 0); at < size; at = next(live, at + 1)) {
            found.add(services[at]);
        }
        return found;
    }

    /** Keeps this state's files until {@link #release}; false if they are gone already. */
    boolean acquire() {
        return reader.tryIncRef();
    }

    public void release() {
        try {
            reader.decRef();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DirectoryReader reader() {
        return reader;
    }

    public IndexSearcher searcher() {
        return searcher;
    }

    /** One more than the highest number of a point. */
    public int size() {
        return size;
    }

    /** In how many points a word occurs. */
    public int frequency(String word) throws IOException {
        return reader.docFreq(Point.word(word));
    }
}
