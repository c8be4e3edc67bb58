package org.opensocialnet.index;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * One point where help is given, as the index keeps it: a service at a place, or a service alone where it
 * has no place. Its words come with weights, which the index keeps as if they were how often a word occurs.
 */
record Point(
        UUID id,
        UUID service,
        @Nullable UUID location,
        String name,
        @Nullable Double latitude,
        @Nullable Double longitude,
        Map<String, Integer> words,
        Set<String> facets,
        Opening opening) {

    static final String SERVICE = "service";
    static final String IDS = "ids";
    static final String PLACE = "place";
    static final String NAME = "name";
    static final String OPENING = "opening";
    static final String FACETS = "facets";
    static final String WORDS = "words";

    /** Saturates late, so that a word in the name (weight 10) is worth several in the description (weight 1). */
    static final Similarity SIMILARITY = new BM25Similarity(4f, 0f);

    Document document() {
        var document = new Document();
        document.add(new StringField(SERVICE, service.toString(), Field.Store.NO));
        document.add(new BinaryDocValuesField(IDS, ids()));
        document.add(new BinaryDocValuesField(NAME, new BytesRef(name)));
        document.add(new SortedDocValuesField(OPENING, opening.bytes()));
        if (latitude != null && longitude != null) {
            long north = Float.floatToRawIntBits(latitude.floatValue());
            long east = Float.floatToRawIntBits(longitude.floatValue()) & 0xffffffffL;
            document.add(new NumericDocValuesField(PLACE, north << 32 | east));
        }
        for (var facet : facets) {
            document.add(new SortedSetDocValuesField(FACETS, new BytesRef(facet)));
        }
        document.add(new Field(WORDS, new WeightedWords(words), WeightedWords.TYPE));
        return document;
    }

    static Term of(UUID service) {
        return new Term(SERVICE, service.toString());
    }

    static Term word(String word) {
        return new Term(WORDS, word);
    }

    private BytesRef ids() {
        var bytes = ByteBuffer.allocate(location == null ? 32 : 48);
        put(bytes, id);
        put(bytes, service);
        if (location != null) {
            put(bytes, location);
        }
        return new BytesRef(bytes.array());
    }

    private static void put(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    /** The point, its service, and its location if it has one. */
    static UUID[] uuids(BytesRef packed) {
        var bytes = ByteBuffer.wrap(packed.bytes, packed.offset, packed.length);
        var ids = new UUID[packed.length / 16];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = new UUID(bytes.getLong(), bytes.getLong());
        }
        return ids;
    }
}
