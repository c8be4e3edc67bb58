package org.opensocialnet.kernel;

/** The domain says no. The key names the sentence that tells the reader why. */
public final class Refusal extends RuntimeException {

    public enum Kind {
        NOT_FOUND,
        CONFLICT,
        WRONG,
        BUSY,
        TOO_OFTEN
    }

    private final Kind kind;
    private final String key;
    private final String field;
    private final Object[] arguments;

    private Refusal(Kind kind, String key, String field, Object... arguments) {
        super(key);
        this.kind = kind;
        this.key = key;
        this.field = field;
        this.arguments = arguments;
    }

    public static Refusal notFound(String key) {
        return new Refusal(Kind.NOT_FOUND, key, "");
    }

    public static Refusal conflict(String key, Object... arguments) {
        return new Refusal(Kind.CONFLICT, key, "", arguments);
    }

    /** Something asked cannot be understood: the field, and by its key what it needs. */
    public static Refusal wrong(String key, String field, Object... arguments) {
        return new Refusal(Kind.WRONG, key, field, arguments);
    }

    /** Not now, for too many others ask for the same, or what is asked for is not ready yet. */
    public static Refusal busy(String key, Object... arguments) {
        return new Refusal(Kind.BUSY, key, "", arguments);
    }

    /** One asks for what costs much more often than others could bear. */
    public static Refusal tooOften(String key, long seconds) {
        return new Refusal(Kind.TOO_OFTEN, key, "", seconds);
    }

    public Kind kind() {
        return kind;
    }

    public String key() {
        return key;
    }

    /** What is wrong, where one thing is; else empty. */
    public String field() {
        return field;
    }

    public Object[] arguments() {
        return arguments;
    }
}
