package org.opensocialnet.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SparingSessions.Watched;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * Sessions that are written only when something in them changed: that a member is still there is worth a row's new
 * version once a minute, not at each page. A page that only reads then leaves the database as it was.
 *
 * @param <S> the sessions beneath
 */
final class SparingSessions<S extends Session> implements FindByIndexNameSessionRepository<Watched<S>> {

    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final FindByIndexNameSessionRepository<S> beneath;

    SparingSessions(FindByIndexNameSessionRepository<S> beneath) {
        this.beneath = beneath;
    }

    @Override
    public Watched<S> createSession() {
        return new Watched<>(beneath.createSession(), true);
    }

    @Override
    public void save(Watched<S> session) {
        if (session.changed) {
            beneath.save(session.beneath);
            session.changed = false;
        }
    }

    @Override
    public @Nullable Watched<S> findById(String id) {
        var found = beneath.findById(id);
        return found == null ? null : new Watched<>(found, false);
    }

    @Override
    public void deleteById(String id) {
        beneath.deleteById(id);
    }

    @Override
    public Map<String, Watched<S>> findByIndexNameAndIndexValue(String name, String value) {
        return beneath.findByIndexNameAndIndexValue(name, value).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Watched<>(entry.getValue(), false)));
    }

    /** A session that knows whether it differs from what lies in the database. */
    static final class Watched<S extends Session> implements Session {

        private final S beneath;
        private boolean changed;

        private Watched(S beneath, boolean isNew) {
            this.beneath = beneath;
            this.changed = isNew;
        }

        @Override
        public void setLastAccessedTime(Instant now) {
            if (changed || beneath.getLastAccessedTime().plus(SEEN_EVERY).isBefore(now)) {
                changed = true;
                beneath.setLastAccessedTime(now);
            }
        }

        @Override
        public void setAttribute(String name, Object value) {
            changed = true;
            beneath.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            changed = true;
            beneath.removeAttribute(name);
        }

        @Override
        public String changeSessionId() {
            changed = true;
            return beneath.changeSessionId();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            changed = true;
            beneath.setMaxInactiveInterval(interval);
        }

        @Override
        public <T> @Nullable T getAttribute(String name) {
            return beneath.getAttribute(name);
        }

        @Override
        public String getId() {
            return beneath.getId();
        }

        @Override
        public Set<String> getAttributeNames() {
            return beneath.getAttributeNames();
        }

        @Override
        public Instant getCreationTime() {
            return beneath.getCreationTime();
        }

        @Override
        public Instant getLastAccessedTime() {
            return beneath.getLastAccessedTime();
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return beneath.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return beneath.isExpired();
        }
    }
}
