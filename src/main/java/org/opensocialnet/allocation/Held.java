package org.opensocialnet.allocation;

/**
 * What became of a floor for one group or community, in value.
 *
 * @param could what it could have had if it had been alone
 * @param percent the share that could be kept for all together; less than the floor asks where they exclude each other
 * @param least the value that this share is
 * @param got what the proposal gives
 */
public record Held(Floor floor, String key, long could, int percent, long least, long got) {

    public boolean lowered() {
        return percent < floor.percent();
    }
}
