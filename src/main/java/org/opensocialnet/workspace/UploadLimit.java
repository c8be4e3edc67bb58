package org.opensocialnet.workspace;

/**
 * How large a file one page takes, as a bean of its room: what is larger is told so on that page, under
 * {@code ?large=yes}, before anything of it is read.
 *
 * @param address where the form is sent, which also shows it
 */
public record UploadLimit(String address, int megabytes) {

    public long bytes() {
        return (long) megabytes << 20;
    }
}
