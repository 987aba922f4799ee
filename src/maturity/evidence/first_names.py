"""First names that children in England bear and that are not also words of a paper.

Will, May, Grace, Mark, Rose and their like are left out: they would mark half of every document.
"""

__all__ = ["FIRST_NAMES"]

_LINES = """
Aaliyah Aaron Abdul Abdullah Abigail Adam Adil Ahmed Aidan Aisha Alan Albert Alex Alexander
Alexandra Alfie Alfred Ali Alice Alicia Alisha Amelia Amina Amir Amira Amy Ananya Andrew Angus
Anika Anna Annabelle Anthony Anya Archie Arjun Arlo Arthur Arun Aryan Asha Ashley Ava Ayaan Ayesha
Bella Ben Benjamin Bethany Bilal Billy Bobby Bradley Brandon Brooke Caitlin Callum Cameron Charlie
Charlotte Chloe Christopher Connor Courtney Daisy Damian Daniel Danielle Darcey David Declan Denis
Dylan Edward Eleanor Elias Elijah Eliza Elizabeth Ella Ellie Elliot Elliott Elsie Emilia Emily
Emma Erin Esme Ethan Eva Evan Evelyn Evie Farah Fatima Fatimah Finlay Finley Florence Francesca
Frankie Freddie Freya Gabriel Gemma George Georgia Georgie Hamza Hannah Harper Harriet Harrison
Harry Harvey Hassan Heidi Henry Holly Hugo Ibrahim Imogen Imran Isaac Isabel Isabella Isabelle
Isla Ismail Isobel Jacob Jade Jake James Jamie Jasmine Jason Jayden Jessica Joel Jonathan Joseph
Joshua Jude Julia Kai Kaitlyn Katie Kayden Kayla Keira Khadija Kian Kieran Kyle Lara Lauren Layla
Leah Leo Leon Lewis Lexi Liam Lola Louie Louis Louisa Lucas Lucy Luke Lydia Maddison Madison
Maisie Mariam Martha Maryam Mason Matilda Matthew Megan Mia Michael Mila Millie Mohamed Mohammad
Mohammed Mollie Molly Muhammad Musa Myles Nadia Naomi Natalie Nathan Nathaniel Niamh Nicole Noah
Oliver Olivia Omar Oscar Owen Paige Patrick Phoebe Piotr Poppy Priya Rachel Ralph Ravi Rayan
Rebecca Reece Reuben Rhys Riley Robert Robyn Rohan Ronnie Rory Rosie Ruby Ryan Sadia Safa Saira
Samira Samuel Sarah Scarlett Sean Sebastian Shannon Sienna Simran Sofia Sophia Sophie Stefan
Stella Tahir Tamsin Tanya Thea Theo Theodore Thomas Tilly Toby Tommy Tyler Umar Violet William
Xander Yasmin Yusuf Zac Zachary Zahra Zainab Zara Zoe Zofia
"""

FIRST_NAMES = tuple(sorted(_LINES.split(), key=lambda name: (-len(name), name)))
"""The names, longer ones first, so that a pattern of them finds Alexandra and not Alex."""
