package org.opensocialnet.database;

/** Where a database is and who may enter. It hides its password from logs. */
public record Address(String url, String user, String password) {

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
