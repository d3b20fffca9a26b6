namespace Storage.Writing;

/// <summary>What a connection of the game is for.</summary>
internal enum Access
{
    /// <summary>Its transactions hold the deployment's write lock.</summary>
    Write,

    /// <summary>Its transactions are snapshots and never wait.</summary>
    Read,
}
