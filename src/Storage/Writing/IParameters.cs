namespace Storage.Writing;

/// <summary>Takes one row's values in the order of its fields.</summary>
internal interface IParameters
{
    void Text(string? value);

    void Number(long? value);

    void Flag(bool value);
}
