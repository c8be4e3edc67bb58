package org.opensocialnet.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Seals texts before they are stored and makes the tokens by which they are found again. A sealed text is bound to whose
 * it is and to its field, so that it can be moved to nobody else; a token says nothing without the key.
 */
@Component
public class Vault {

    private static final int TOKEN = 8;

    private final VaultKeys keys;

    Vault(VaultKeys keys) {
        this.keys = keys;
    }

    /** @param owner whose it is, such as the person; {@code field} which of the owner's texts */
    public byte[] seal(UUID owner, String field, String text) {
        return seal(owner, field, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same for what is no text, such as a file. */
    public byte[] seal(UUID owner, String field, byte[] content) {
        try {
            return keys.current().aead().encrypt(content, bound(owner, field));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("something could not be sealed", e);
        }
    }

    /** The text again; whoever moved or changed it gets none. */
    public String open(UUID owner, String field, byte[] sealed) {
        return new String(openBytes(owner, field, sealed), StandardCharsets.UTF_8);
    }

    /** The same for what is no text. */
    public byte[] openBytes(UUID owner, String field, byte[] sealed) {
        try {
            return keys.opening(sealed).aead().decrypt(sealed, bound(owner, field));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "what was sealed does not open: it was changed, moved, or its key is lost", e);
        }
    }

    /** The beginning of everything that the newest key sealed: what begins otherwise waits to be sealed anew. */
    public byte[] prefix() {
        return keys.current().sealPrefix();
    }

    /** What is stored to find a text by: equal for equal texts of one kind, under the newest key. */
    public long token(String kind, String text) {
        return tokens(kind, text).getFirst();
    }

    /** What to look for: the token under each key in use, the newest first, so that a search goes on while keys change. */
    public List<Long> tokens(String kind, String text) {
        var message = (kind + "\0" + text).getBytes(StandardCharsets.UTF_8);
        return keys.current().prfs().stream()
                .map(prf ->
                        ByteBuffer.wrap(KeySets.computed(prf, message, TOKEN)).getLong())
                .toList();
    }

    /** Which key makes tokens now; stored beside them. */
    public int finding() {
        return keys.current().findId();
    }

    /** 32 secret bytes for a purpose, of the key that makes tokens now: never stored, and others after keys changed. */
    public byte[] derived(String purpose) {
        var message = ("derived\0" + purpose).getBytes(StandardCharsets.UTF_8);
        return KeySets.computed(keys.current().prfs().getFirst(), message, 32);
    }

    /** A self-made code as it is stored: HMAC-SHA256 of the normalised code, twenty letters of base 32. */
    public String code(String normalised) {
        return codes(normalised).getFirst();
    }

    /** The same under each key in use, the newest first. */
    public List<String> codes(String normalised) {
        var message = normalised.getBytes(StandardCharsets.UTF_8);
        return keys.current().prfs().stream()
                .map(prf -> Base32.of(KeySets.computed(prf, message, 32)).substring(0, 20))
                .toList();
    }

    private static byte[] bound(UUID owner, String field) {
        return (owner + "/" + field).getBytes(StandardCharsets.UTF_8);
    }
}
