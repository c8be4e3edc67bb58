package org.opensocialnet.disclosure;

import java.util.List;

/**
 * What may be told, and what is kept of it.
 *
 * @param publication to be kept before anybody reads the sheets; the next request brings it along
 * @param proof how well what is withheld is protected
 */
public record Protected(Publication publication, Proof proof) {

    public Told told() {
        return publication.told();
    }

    public List<Sheet> sheets() {
        return told().sheets();
    }

    public Sheet sheet(String name) {
        return sheets().stream()
                .filter(sheet -> sheet.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no sheet named " + name));
    }
}
