package org.opensocialnet.disclosure;

/**
 * Why what was withheld stays so.
 *
 * @param figures how many figures were asked for
 * @param sensitive how many must stay uncertain, those of earlier publications that are tied to them included
 * @param withheld how many more were withheld for their sake
 * @param worlds how many different sets of counts were found that agree with all that was ever told
 * @param lost for how many of the sensitive ones there is no proof, mostly because earlier publications gave them away;
 *     nothing that is tied to them is told now
 */
public record Proof(int figures, int sensitive, int withheld, int worlds, int lost) {}
