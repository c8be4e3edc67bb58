package org.opensocialnet.workspace;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What the page after a redirect says of the act before it, once: {@code Said.done(t.of("…")).undo("/desk/…").on(redirect)}.
 * It waits in the session, never in the address.
 *
 * @param text a sentence in the reader's language
 * @param undo where a POST takes the act back, without language; none where it is final
 */
public record Said(String text, @Nullable String undo) {

    static final String NAME = Said.class.getName();

    public static Said done(String text) {
        return new Said(text, null);
    }

    public Said undo(String path) {
        return new Said(text, path);
    }

    public void on(RedirectAttributes redirect) {
        redirect.addFlashAttribute(NAME, this);
    }
}
