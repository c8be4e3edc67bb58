package org.opensocialnet.settings;

import java.util.Locale;
import java.util.UUID;

/**
 * The picture of the city or of one who pays, as pages show it.
 *
 * @param name what it stands for, read aloud in place of the picture
 * @param hash of the picture's bytes, for its address: another picture has another address
 */
public record Emblem(UUID id, Place place, String name, String hash, int width, int height) {

    /** Where pages serve it. */
    public String path() {
        return "/emblems/" + hash + ".png";
    }

    /** Whose it is. */
    public enum Place {
        CITY,
        FUNDER;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
