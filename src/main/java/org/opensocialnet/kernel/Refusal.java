package org.opensocialnet.kernel;

/** The domain says no. The key names the sentence that tells the reader why. */
public final class Refusal extends RuntimeException {

    public enum Kind {
        NOT_FOUND,
        CONFLICT
    }

    private final Kind kind;
    private final String key;
    private final Object[] arguments;

    private Refusal(Kind kind, String key, Object... arguments) {
        super(key);
        this.kind = kind;
        this.key = key;
        this.arguments = arguments;
    }

    public static Refusal notFound(String key) {
        return new Refusal(Kind.NOT_FOUND, key);
    }

    public static Refusal conflict(String key, Object... arguments) {
        return new Refusal(Kind.CONFLICT, key, arguments);
    }

    public Kind kind() {
        return kind;
    }

    public String key() {
        return key;
    }

    public Object[] arguments() {
        return arguments;
    }
}
