package org.opensocialnet.disclosure;

/**
 * Why what was withheld stays so.
 *
 * @param figures how many figures were asked for
 * @param sensitive how many must stay uncertain, those of earlier publications that are tied to them included
 * @param withheld how many more were withheld for their sake
 * @param worlds how many different sets of counts were found that agree with all that was ever told
 * @param lost how many of the sensitive ones earlier publications had given away before; nothing can be done for them
 */
public record Proof(int figures, int sensitive, int withheld, int worlds, int lost) {}
