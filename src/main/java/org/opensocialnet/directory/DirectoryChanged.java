package org.opensocialnet.directory;

/** Records of a source were changed and are committed. What changed is told by changed_in of the records. */
public record DirectoryChanged(String source) {}
