package org.opensocialnet.settings;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The emblems of the city and of those who pay: their list is kept in memory, their pictures in the database. */
@Component
public class Emblems {

    private static final int MOST = 12;
    private static final int LONGEST_NAME = 120;

    private final JdbcClient jdbc;
    private final Shelf shelf;
    private final Clock clock;
    private volatile List<Emblem> all = List.of();

    Emblems(JdbcClient jdbc, Shelf shelf, Clock clock) {
        this.jdbc = jdbc;
        this.shelf = shelf;
        this.clock = clock;
        refresh();
    }

    public Optional<Emblem> ofCity() {
        return all.stream()
                .filter(emblem -> emblem.place() == Emblem.Place.CITY)
                .findFirst();
    }

    public List<Emblem> ofFunders() {
        return all.stream()
                .filter(emblem -> emblem.place() == Emblem.Place.FUNDER)
                .toList();
    }

    /** The picture under a hash, as PNG. */
    public Optional<byte[]> picture(String hash) {
        return all.stream().anyMatch(emblem -> emblem.hash().equals(hash))
                ? jdbc.sql("select png from settings.emblem where hash = ? limit 1")
                        .param(hash)
                        .query(byte[].class)
                        .optional()
                : Optional.empty();
    }

    /** Adds one; the city has one at a time. Refuses what is no small PNG or JPEG. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Emblem.Place place, String name, byte[] upload) {
        var called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw Refusal.wrong("settings.emblem.name", "name", LONGEST_NAME);
        }
        if (place == Emblem.Place.FUNDER && ofFunders().size() >= MOST) {
            throw Refusal.wrong("settings.emblem.many", "picture", MOST);
        }
        var picture = Picture.of(upload);
        if (place == Emblem.Place.CITY) {
            jdbc.sql("delete from settings.emblem where place = 'city'").update();
        }
        var hash = hash(picture.png());
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                insert into settings.emblem (id, place, name, hash, width, height, png, added_at)
                values (:id, :place, :name, :hash, :width, :height, :png, :now)
                """)
                .param("id", Uuid7.next())
                .param("place", place.code())
                .param("name", called)
                .param("hash", hash)
                .param("width", picture.width())
                .param("height", picture.height())
                .param("png", picture.png())
                .param("now", now)
                .update();
        shelf.note(new Shelf.Change("site.emblem." + place.code(), false, null, called), now);
        refreshAfterwards();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(UUID id) {
        var emblem = all.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("settings.emblem.gone"));
        jdbc.sql("delete from settings.emblem where id = ?").param(id).update();
        shelf.note(
                new Shelf.Change("site.emblem." + emblem.place().code(), false, emblem.name(), null),
                clock.instant().atOffset(ZoneOffset.UTC));
        refreshAfterwards();
    }

    void refresh() {
        all = jdbc.sql("select id, place, name, hash, width, height from settings.emblem order by added_at, id")
                .query((row, _) -> new Emblem(
                        row.getObject("id", UUID.class),
                        Emblem.Place.valueOf(row.getString("place").toUpperCase(Locale.ROOT)),
                        row.getString("name"),
                        row.getString("hash"),
                        row.getInt("width"),
                        row.getInt("height")))
                .list();
    }

    private void refreshAfterwards() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                refresh();
            }
        });
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
