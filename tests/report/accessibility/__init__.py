"""The rules every Word file of ours must keep, and papers to hold them against."""
