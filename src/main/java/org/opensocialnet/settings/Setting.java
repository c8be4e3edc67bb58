package org.opensocialnet.settings;

/**
 * Something an operator decides while the program runs, declared by the room that heeds it and read with
 * {@link Settings#value}. Where the environment or the command line gives the property {@code osn.} + key, that holds
 * and the desk cannot change it.
 *
 * @param key lower-case with points and hyphens, such as "site.city-en"; for good, because it names what is stored
 * @param group beside which others it is shown
 * @param order lower ones first within the group
 * @param form how it is typed and what is accepted
 * @param otherwise what holds until somebody decides
 * @param label the key of its name's words
 * @param hint the key of the sentence that says what it does
 */
public record Setting<T>(String key, Group group, int order, Form<T> form, T otherwise, String label, String hint) {

    public Setting {
        if (!key.matches("[a-z]+(\\.[a-z0-9]+(-[a-z0-9]+)*)+")) {
            throw new IllegalArgumentException("a setting's key is like site.city-en, not " + key);
        }
    }

    /** What the environment calls it: {@code osn.site.city-en}, as a variable {@code OSN_SITE_CITYEN}. */
    public String property() {
        return "osn." + key;
    }

    public boolean secret() {
        return form.input() == Form.Input.SECRET;
    }

    /** The parts of the settings, in the order in which they are shown. */
    public enum Group {
        SITE,
        MAP,
        MAIL,
        ACCESS,
        RETENTION,
        COVERAGE,
        SUPPORT;

        /** As addresses write it. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
