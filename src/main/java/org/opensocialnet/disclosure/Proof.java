package org.opensocialnet.disclosure;

/**
 * Why what was withheld stays so.
 *
 * @param figures how many figures were asked for
 * @param sensitive how many must stay uncertain, those of earlier publications that are tied to them included
 * @param withheld how many more were withheld for their sake
 * @param worlds how many different sets of counts were found that agree with all that was ever told
 * @param lost of how many of the sensitive ones more can be concluded than earlier publications left. Where no world was found
 *     nothing that is tied to a figure is told now, and a solver says whether it stays as it was
 */
public record Proof(int figures, int sensitive, int withheld, int worlds, int lost) {}
