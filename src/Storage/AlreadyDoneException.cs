namespace Storage;

/// <summary>What a request asks for was committed when it was worked on before; this time nothing was written.</summary>
public sealed class AlreadyDoneException(string step) : Exception($"Done before: {step}");
