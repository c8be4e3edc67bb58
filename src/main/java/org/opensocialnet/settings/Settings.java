package org.opensocialnet.settings;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Keyring;
import org.opensocialnet.database.Strongbox;
import org.opensocialnet.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What holds: read from memory, brought up to date within seconds of a change on any node. Changed under the purpose
 * "settings" alone.
 */
@Component
public class Settings {

    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);

    private final List<Setting<?>> declared;
    private final Locks locks;
    private final Strongbox secrets;
    private final Shelf shelf;
    private final Map<String, Object> given = new HashMap<>();
    private volatile Map<String, Object> decided = Map.of();
    private volatile Map<String, Shelf.Row> rows = Map.of();

    Settings(ObjectProvider<Declared> declared, Locks locks, Keyring keyring, Shelf shelf) {
        this.declared = declared.stream()
                .flatMap(room -> room.settings().stream())
                .sorted(Comparator.<Setting<?>, Setting.Group>comparing(Setting::group)
                        .thenComparingInt(Setting::order))
                .toList();
        this.locks = locks;
        this.secrets = keyring.box("settings");
        this.shelf = shelf;
        this.declared.forEach(setting -> locks.value(setting).ifPresent(value -> given.put(setting.key(), value)));
        refresh();
    }

    /** What holds of a setting now. */
    @SuppressWarnings("unchecked")
    public <T> T value(Setting<T> setting) {
        var value = decided.get(setting.key());
        return value == null ? proposed(setting) : (T) value;
    }

    /** All that were declared, by group and order. */
    public List<Setting<?>> all() {
        return declared;
    }

    public Optional<Setting<?>> named(String key) {
        return declared.stream().filter(setting -> setting.key().equals(key)).findFirst();
    }

    /** How a setting stands: what would be typed for it, and why it is so. Of a secret only whether there is one. */
    public State state(Setting<?> setting) {
        var row = rows.get(setting.key());
        var origin = locks.holds(setting) ? Origin.ENVIRONMENT : row == null ? Origin.PROGRAM : Origin.DESK;
        var typed = typed(setting);
        return new State(setting.secret() ? "" : typed, !typed.isEmpty(), origin, row == null ? null : row.changedAt());
    }

    /**
     * Decides several together; nothing is changed where one of them cannot be. A secret left empty stays as it is.
     *
     * @return what cannot be accepted, by key
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, Refusal> change(Map<Setting<?>, String> typed) {
        var wrong = new LinkedHashMap<String, Refusal>();
        var changes = new ArrayList<Shelf.Change>();
        typed.forEach((setting, text) -> {
            try {
                changed(setting, text).ifPresent(changes::add);
            } catch (Refusal refusal) {
                wrong.put(setting.key(), refusal);
            }
        });
        if (wrong.isEmpty() && !changes.isEmpty()) {
            changes.forEach(shelf::put);
            refreshAfterwards();
        }
        return wrong;
    }

    /** Lets the program's own value hold again; also takes a secret away. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reset(Setting<?> setting) {
        mustBeOpen(setting);
        if (shelf.row(setting.key()).isPresent()) {
            shelf.put(new Shelf.Change(setting.key(), setting.secret(), shownOf(setting), null));
            refreshAfterwards();
        }
    }

    /** Reads again what was decided; cheap, because there are few. */
    void refresh() {
        var read = shelf.rows();
        if (!read.equals(rows)) {
            var values = new HashMap<String, Object>();
            declared.forEach(setting ->
                    valueOf(setting, read.get(setting.key())).ifPresent(value -> values.put(setting.key(), value)));
            decided = Map.copyOf(values);
            rows = read;
        }
    }

    private Optional<Shelf.Change> changed(Setting<?> setting, String text) {
        mustBeOpen(setting);
        if (setting.secret() && text.isBlank()) {
            return Optional.empty();
        }
        var next = normal(setting, text);
        if (!setting.secret() && next.equals(typed(setting))) {
            return Optional.empty();
        }
        return Optional.of(new Shelf.Change(
                setting.key(),
                setting.secret(),
                shownOf(setting),
                setting.secret() ? closed(setting.key(), next) : next));
    }

    private void mustBeOpen(Setting<?> setting) {
        if (locks.holds(setting)) {
            throw Refusal.conflict("settings.locked");
        }
    }

    private @Nullable String shownOf(Setting<?> setting) {
        return setting.secret() ? null : typed(setting);
    }

    private static <T> String normal(Setting<T> setting, String text) {
        return setting.form().write(setting.form().read(text));
    }

    private <T> String typed(Setting<T> setting) {
        return setting.form().write(value(setting));
    }

    @SuppressWarnings("unchecked")
    private <T> T proposed(Setting<T> setting) {
        return (T) Objects.requireNonNullElse(given.get(setting.key()), setting.otherwise());
    }

    /** What is stored and no longer accepted, after an upgrade, gives way to the program's own value. */
    private <T> Optional<T> valueOf(Setting<T> setting, Shelf.@Nullable Row row) {
        if (row == null || locks.holds(setting)) {
            return Optional.empty();
        }
        var text = row.closed() ? opened(row) : Optional.of(row.value());
        try {
            return text.map(setting.form()::read);
        } catch (Refusal outdated) {
            return Optional.empty();
        }
    }

    private String closed(String key, String secret) {
        return Base64.getEncoder().encodeToString(secrets.close(key, secret.getBytes(StandardCharsets.UTF_8)));
    }

    private Optional<String> opened(Shelf.Row row) {
        var plain = secrets.open(row.key(), bytes(row)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        if (plain.isEmpty()) {
            LOG.atWarn()
                    .addKeyValue("setting", row.key())
                    .addKeyValue("keys", secrets.where())
                    .log("a secret setting cannot be opened with this machine's keys: give it those of the machine"
                            + " where it was typed, or type it again");
        }
        return plain;
    }

    private static byte[] bytes(Shelf.Row row) {
        return Base64.getDecoder().decode(row.value());
    }

    /** Closes secrets with the key that is the first one now, so that those before it can go. */
    @EventListener(ApplicationStartedEvent.class)
    void closeAnew() {
        rows.values().stream()
                .filter(Shelf.Row::closed)
                .filter(row -> secrets.isOld(row.key(), bytes(row)))
                .forEach(row -> opened(row).ifPresent(plain -> shelf.closeAnew(row, closed(row.key(), plain))));
    }

    private void refreshAfterwards() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                refresh();
            }
        });
    }

    /** Who said what holds. */
    public enum Origin {
        PROGRAM,
        DESK,
        ENVIRONMENT
    }

    /**
     * How a setting stands.
     *
     * @param typed what would be typed for it; empty for a secret
     * @param isSet whether there is anything
     * @param changedAt when the desk changed it last
     */
    public record State(
            String typed,
            boolean isSet,
            Origin origin,
            @Nullable Instant changedAt) {

        public boolean locked() {
            return origin == Origin.ENVIRONMENT;
        }
    }
}
