package org.opensocialnet.workspace;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * What a form must bring back so that we know it is ours. The room that guards the door tells it, as a bean of
 * {@link Source}; {@code workspace.form} writes it into each form.
 */
public record FormToken(String name, String value) {

    /** Who knows the token of a request. */
    public interface Source {

        Optional<FormToken> of(HttpServletRequest request);
    }
}
