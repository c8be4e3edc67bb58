package org.opensocialnet.demo;

/** A neighbourhood of the city where places of the demo lie, with the stop nearest to them. */
record Area(String key, String community, String postcode, double latitude, double longitude, Both name, Both stop) {

    static Area of(String line) {
        var cells = line.split("\t");
        return new Area(
                cells[0],
                cells[1],
                cells[2],
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[4]),
                new Both(cells[5], cells[6]),
                new Both(cells[7], cells[8]));
    }

    /** What is told of the place of a confidential address. */
    Both communityName() {
        return community(community.charAt(community.length() - 1));
    }

    static Both community(char number) {
        var ending = switch (number) {
            case '1' -> "1st";
            case '2' -> "2nd";
            case '3' -> "3rd";
            default -> number + "th";
        };
        return new Both(number + "η Δημοτική Κοινότητα", ending + " Municipal Community");
    }
}
