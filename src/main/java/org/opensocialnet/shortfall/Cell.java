package org.opensocialnet.shortfall;

import org.opensocialnet.evidence.Picture;
import org.opensocialnet.evidence.Picture.Split;

/**
 * One kind of service for one group, in one community or of one organisation; {@link Picture#ALL} where it is not told apart.
 *
 * @param part which community or organisation, by the split
 */
public record Cell(String type, String group, Split split, String part) {

    public static Cell of(String type, String group) {
        return new Cell(type, group, Split.ZONE, Picture.ALL);
    }

    public static Cell inZone(String type, String group, String zone) {
        return new Cell(type, group, Split.ZONE, zone);
    }

    public static Cell ofOrganization(String type, String group, String organization) {
        return new Cell(type, group, Split.ORGANIZATION, organization);
    }

    public String zone() {
        return split == Split.ZONE ? part : Picture.ALL;
    }

    public String organization() {
        return split == Split.ORGANIZATION ? part : Picture.ALL;
    }

    public boolean isWhole() {
        return part.equals(Picture.ALL);
    }
}
