package org.opensocialnet.mail;

/** No letter can leave at present, whatever it is: the words tell the operator why. */
public final class MailTrouble extends Exception {

    MailTrouble(String words) {
        super(words);
    }

    MailTrouble(String words, Exception cause) {
        super(words, cause);
    }

    public String words() {
        return String.valueOf(getMessage());
    }
}
