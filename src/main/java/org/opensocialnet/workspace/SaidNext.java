package org.opensocialnet.workspace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;

/**
 * Keeps what an act said until the next page of the desk, in the session, which all nodes share: as plain text, for a
 * session takes back nothing else. Spring's own way would read the session at every picture and style sheet.
 */
@Component("flashMapManager")
class SaidNext implements FlashMapManager {

    private static final String NAME = "said-next";

    @Override
    public void saveOutputFlashMap(FlashMap flash, HttpServletRequest request, HttpServletResponse response) {
        if (flash.isEmpty()) {
            return;
        }
        if (flash.size() > 1 || !(flash.get(Said.NAME) instanceof Said said)) {
            throw new IllegalStateException("only what Said says outlives a redirect");
        }
        request.getSession().setAttribute(NAME, Objects.requireNonNullElse(said.undo(), "") + "\n" + said.text());
    }

    @Override
    public @Nullable FlashMap retrieveAndUpdate(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    /** What was said and not yet shown; it is shown once. */
    Optional<Said> taken(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(NAME) instanceof String kept)) {
            return Optional.empty();
        }
        session.removeAttribute(NAME);
        var end = kept.indexOf('\n');
        return Optional.of(new Said(kept.substring(end + 1), end == 0 ? null : kept.substring(0, end)));
    }
}
