namespace Bot.Import;

/// <summary>How the records of a file are read.</summary>
internal interface IImportFormat
{
    /// <summary>Whether a record may go on over line breaks in double quotes.</summary>
    bool HasQuotes { get; }

    /// <summary>Reads what stands before the first record. What is wrong with it, so that nothing of the file can be read; else null.</summary>
    ImportLine.Wrong? Start(RecordReader reader);

    ImportLine Read(ReadOnlyMemory<byte> record);
}
