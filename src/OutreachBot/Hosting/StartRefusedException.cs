namespace OutreachBot.Hosting;

/// <summary>The program can't start as it is set up. The message says what is wrong and how to mend it; it is printed, and the exit code is 1.</summary>
public sealed class StartRefusedException(string message, Exception? inner = null) : Exception(message, inner);
